/** Channels as the operator's configuration service lists them. May see {@code domain.user} and the JDK. */
package io.github.auraauth.domain.channel;
