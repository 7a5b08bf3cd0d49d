/**
 * Probes of dependencies whose adapters bring none: Kernel, Direct Line, the list of channels, the operator's storage, the log of
 * revocations. May see {@code port.out.file}, {@code port.out.health}, {@code port.out.login}, the deadlines and
 * outages of {@code port}, {@code domain.file}, {@code usecase.channel}, {@code usecase.revocation}, {@code outgoing-http}
 * and the JDK.
 */
package io.github.auraauth.app.probe;
