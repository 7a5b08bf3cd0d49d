/**
 * A filter by which a service of somebody else takes our APIKeys: what it guards, by what keys are verified, how it
 * refuses, and who calls. May see {@code domain.access}, {@code domain.apikey}, the Servlet API and the JDK.
 */
package io.github.auraauth.servlet;
