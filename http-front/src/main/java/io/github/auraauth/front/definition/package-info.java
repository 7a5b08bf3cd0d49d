/**
 * An API's definition, read once: its operations with their credentials and handling, and the schemas that parameters and
 * bodies must keep. May see Jackson, the schema library and the JDK.
 */
package io.github.auraauth.front.definition;
