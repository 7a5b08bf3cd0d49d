/**
 * Sessions of people who logged in: how long they last, by what they began, what still waits for a second
 * factor, and the proof that a form was theirs. May see
 * {@code domain.account}, {@code domain.permission}, {@code domain.secondfactor},
 * {@code domain.crypto}, {@code domain.secret}, {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.session;
