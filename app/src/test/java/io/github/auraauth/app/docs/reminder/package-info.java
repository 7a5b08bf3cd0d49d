/**
 * The worked example of docs/contributing-a-feature.md: a feature with a room on every floor, here in one package. May see
 * what its rooms would see.
 */
package io.github.auraauth.app.docs.reminder;
