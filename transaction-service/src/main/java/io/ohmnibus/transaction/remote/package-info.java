/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Remote control: start and stop of transactions, unlocking, triggered messages (F01 to F06).
 *
 * <p>Each request is kept before it is sent, since what follows from it may overtake the answer.
 * Its outcome is what happens: the transaction with its remoteStartId, the end of the one that was
 * to be stopped, the message that was asked for. {@code FollowRemoteRequests} finds that in what
 * stations report anyway, so that a TransactionEvent costs nothing more.
 */
@NullMarked
package io.ohmnibus.transaction.remote;

import org.jspecify.annotations.NullMarked;
