/** The throttle of sources that fail too often. May see {@code auth-domain}, {@code auth-ports} and the JDK. */
package io.github.auraauth.usecase.throttle;
