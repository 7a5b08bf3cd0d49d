/** The login provider and the uses of login states. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.login;
