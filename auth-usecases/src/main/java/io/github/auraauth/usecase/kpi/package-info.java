/**
 * Inbound ports that tell what each operation came to, in front of those that do it. May see {@code auth-ports},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.kpi;
