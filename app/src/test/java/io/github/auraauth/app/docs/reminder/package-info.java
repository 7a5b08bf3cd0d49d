/**
 * The worked example of docs/contributing-a-feature.md: a feature with one class or more in every layer, here in one
 * package. May see {@code app.wiring}, {@code http-front}, {@code adapter.http.user}, {@code auth-domain}, {@code auth-ports}, Jackson,
 * OpenTelemetry, Micrometer, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.app.docs.reminder;
