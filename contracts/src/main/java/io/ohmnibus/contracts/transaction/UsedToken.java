/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.transaction;

/** The token that a transaction was authorized with, as the station sent it. */
public record UsedToken(String idToken, String type) {}
