/**
 * Permissions by code name, groups that carry them, and the rights that come of both, with the rule that nobody gives what
 * they have not. May see {@code domain.user} for identifiers and the JDK.
 */
package io.github.auraauth.domain.permission;
