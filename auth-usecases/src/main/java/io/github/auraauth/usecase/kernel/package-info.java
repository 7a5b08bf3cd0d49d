/**
 * Who calls with a token of Kernel's: its signature by Kernel's keys, its claims by the domain's rules. May see {@code
 * auth-ports}.
 */
package io.github.auraauth.usecase.kernel;
