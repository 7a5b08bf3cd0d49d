/**
 * Puts adapters and use cases together by hand and runs what runs beside the requests. May see every module.
 */
package io.github.auraauth.app.wiring;
