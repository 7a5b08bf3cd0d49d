package io.github.auraauth.app.config;

/** What is configured of the services of others that are called, and of how they are called. */
public record UpstreamSettings(
        OutgoingSettings outgoing, DirectLineSettings directLine, KernelSettings kernel, StorageSettings storage) {}
