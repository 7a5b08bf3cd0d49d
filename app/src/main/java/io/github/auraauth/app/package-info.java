/**
 * Where the process begins: what surrounds it is read here and handed on. May see every package of the app.
 */
package io.github.auraauth.app;
