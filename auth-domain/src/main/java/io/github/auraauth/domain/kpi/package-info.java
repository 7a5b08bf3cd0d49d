/** The results of operations, as the files of key performance indicators tell it. May see {@code domain.user} and the JDK. */
package io.github.auraauth.domain.kpi;
