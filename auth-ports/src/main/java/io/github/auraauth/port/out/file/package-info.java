/** Files that the operator stores. May see {@code auth-domain}, {@code port} and the JDK. */
package io.github.auraauth.port.out.file;
