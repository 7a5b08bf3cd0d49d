/**
 * Which operation a method and a path mean. May see {@code definition} and {@code domain.access}.
 */
package io.github.auraauth.front.routing;
