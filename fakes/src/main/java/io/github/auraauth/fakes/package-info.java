/**
 * Services of others, played, a package each: for tests, and for somebody who wants to try the service without an
 * account anywhere. May see nothing, for it has no class of its own.
 */
package io.github.auraauth.fakes;
