/** Reports on what the service depends on. May see {@code auth-domain}, {@code auth-ports} and the JDK. */
package io.github.auraauth.usecase.health;
