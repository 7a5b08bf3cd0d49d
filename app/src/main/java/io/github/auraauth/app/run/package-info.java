/**
 * Serving: {@code aura run} from start to stop, the request that it prints to try, and fakes of services of others. May see all other packages of {@code app} but {@code cli}.
 */
package io.github.auraauth.app.run;
