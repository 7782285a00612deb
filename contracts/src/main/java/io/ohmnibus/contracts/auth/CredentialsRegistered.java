/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;

/** The credentials are stored, and on their way to the gateways. */
public record CredentialsRegistered(Instant changedAt) {}
