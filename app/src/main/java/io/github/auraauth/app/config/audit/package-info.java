/** The configuration of the audit trail. May see {@code app.config.variable} and the JDK. */
package io.github.auraauth.app.config.audit;
