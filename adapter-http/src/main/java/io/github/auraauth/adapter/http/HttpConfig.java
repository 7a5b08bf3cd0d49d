package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.domain.user.BlockMode;

/**
 * What the APIs say of the service, and what they do not do.
 *
 * @param version of this release
 * @param storageSubdomain of the storage account with static resources, or empty
 * @param issuer to those who verify what the service signs
 * @param blockMode what the operator has taken out of service
 */
public record HttpConfig(String version, String storageSubdomain, Issuer issuer, BlockMode blockMode) {}
