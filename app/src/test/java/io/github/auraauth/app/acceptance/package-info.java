/**
 * The service as its users meet it: real processes, real sockets, a real Redis; and the servers, clients and proxies
 * that such tests need; and what operators take home to deploy it. May see {@code app.cli}, {@code app.cli.command},
 * {@code app.config}, {@code app.config.variable}, {@code adapter-azure}, {@code adapter-http}, {@code adapter-jose},
 * {@code adapter-mongo}, {@code adapter-pages}, {@code adapter-redis}, {@code embedded-store}, {@code fakes},
 * {@code http-front}, {@code outgoing-http}, {@code auth-testkit}, {@code auth-ports}, {@code auth-domain}, {@code auth-servlet}, Azure's SDK,
 * Jackson, Micrometer, MongoDB's driver, mongo-java-server, Nimbus's SDK, jose4j, JUnit, AssertJ and the JDK.
 */
package io.github.auraauth.app.acceptance;
