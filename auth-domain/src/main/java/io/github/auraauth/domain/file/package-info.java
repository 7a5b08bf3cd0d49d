/** Files in storage of the operator's, as far as they have names. May see the JDK. */
package io.github.auraauth.domain.file;
