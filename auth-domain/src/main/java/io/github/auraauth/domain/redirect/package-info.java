/**
 * Where a browser may be sent: hosts that the operator trusts, and addresses written anew from what was understood of
 * them. May see the JDK only.
 */
package io.github.auraauth.domain.redirect;
