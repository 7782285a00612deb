/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * How a tenant wants tokens to be judged: how long stations may remember, who may stop everything
 * (C16), and who else is asked, with what follows when they do not answer.
 */
@NullMarked
package io.ohmnibus.auth.policy;

import org.jspecify.annotations.NullMarked;
