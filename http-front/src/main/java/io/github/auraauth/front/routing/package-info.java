/** Which operation a method and a path mean. May see {@code front.definition}, {@code domain.access} and the JDK. */
package io.github.auraauth.front.routing;
