/**
 * An API's definition, read once: its operations with their credentials and handling, and the schemas that parameters
 * and bodies must keep. May see Jackson, the JSON-schema validator and the JDK.
 */
package io.github.auraauth.front.definition;
