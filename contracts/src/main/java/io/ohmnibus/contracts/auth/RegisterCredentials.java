/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import org.jspecify.annotations.Nullable;

/**
 * Sets how a station has to prove who it is, in place of what was set before. Answered by {@link
 * CredentialsRegistered}; asking twice leaves the same state.
 *
 * @param securityProfile 1, 2 or 3 (Part 2, A, 1.3)
 * @param passwordHash what remains of the password for profiles 1 and 2; the password itself never
 *     travels. Null for profile 3
 */
public record RegisterCredentials(int securityProfile, @Nullable String passwordHash) {}
