/**
 * Sessions of people who logged in: how long they last, and the proof that a form was theirs. May see
 * {@code domain.account}, {@code domain.crypto}, {@code domain.secret}, {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.session;
