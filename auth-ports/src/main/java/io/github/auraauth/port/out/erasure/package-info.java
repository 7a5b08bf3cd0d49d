/** What keeps an erasure going until all is gone. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.erasure;
