/**
 * The files that are taken from the operator's storage and put there: texts and a picture of pages, resources. May see
 * {@code auth-ports}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.file;
