/** Which channels there are. May see {@code auth-ports}, {@code auth-domain} and the JDK. */
package io.github.auraauth.usecase.channel;
