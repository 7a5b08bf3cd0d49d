/**
 * Serving: {@code aura run} from start to stop, the request that it prints to try, and the fakes that it starts on
 * demand. May see {@code app.config}, {@code app.config.account}, {@code app.config.variable}, {@code app.logging}, {@code app.process},
 * {@code app.wiring}, {@code app.wiring.start}, {@code embedded-store}, {@code fakes}, {@code auth-domain}, SLF4J and the JDK.
 */
package io.github.auraauth.app.run;
