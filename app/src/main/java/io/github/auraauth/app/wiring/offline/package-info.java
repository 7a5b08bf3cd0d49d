/**
 * What the command line works with where it opens no database, put together by hand. May see every module but {@code fakes}, in
 * this one {@code app.config} and {@code app.process}, and the JDK.
 */
package io.github.auraauth.app.wiring.offline;
