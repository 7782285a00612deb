/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * What the commands of this service share: numbers that the platform chooses, and how they are
 * answered.
 */
@NullMarked
package io.ohmnibus.transaction.command;

import org.jspecify.annotations.NullMarked;
