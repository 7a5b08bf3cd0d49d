package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.port.in.login.ConfirmLogin;
import io.github.auraauth.port.in.login.EndLogin;
import io.github.auraauth.port.in.login.ReceiveLogin;
import io.github.auraauth.port.in.login.StartLogin;

/** How people log in and out in a browser. */
public record LoginPorts(StartLogin starting, ReceiveLogin receiving, ConfirmLogin confirming, EndLogin ending) {}
