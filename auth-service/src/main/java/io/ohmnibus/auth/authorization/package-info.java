/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Authorization (C01, C09): what a station is told about a token. {@link
 * io.ohmnibus.auth.authorization.Authorization} decides; claims keep a token from running two
 * transactions, from the query of transaction-service until its TransactionEnded.
 */
@NullMarked
package io.ohmnibus.auth.authorization;

import org.jspecify.annotations.NullMarked;
