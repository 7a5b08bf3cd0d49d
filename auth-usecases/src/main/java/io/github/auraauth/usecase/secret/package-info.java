/** What is stored enciphered, over its store. May see {@code auth-domain}, {@code auth-ports} and the JDK. */
package io.github.auraauth.usecase.secret;
