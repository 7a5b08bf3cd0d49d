/**
 * The log of key performance indicators. May see {@code domain.kpi} and the JDK.
 */
package io.github.auraauth.port.out.kpi;
