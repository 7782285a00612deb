/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

/**
 * The credentials are gone, and soon from the gateways.
 *
 * @param stations of so many stations; the others had none, or newer ones
 */
public record CredentialsWithdrawn(int stations) {}
