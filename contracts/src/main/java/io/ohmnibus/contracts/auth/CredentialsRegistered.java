/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

/**
 * The credentials are stored, and on their way to the gateways.
 *
 * @param stations of so many stations
 */
public record CredentialsRegistered(int stations) {}
