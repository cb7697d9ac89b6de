"""What figures do over a shot: pose at any time, from small idling to wild action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from model.shows.figures.skeleton import Pose, blend

Action = Callable[[float], Pose]

_TAU = 2.0 * np.pi


def random_action(rng: np.random.Generator, motion: float) -> Action:
    """An action whose speed and reach grow with `motion` (0 small .. 1 very large).

    Returns:
        pose as a function of time in drawings.
    """
    kinds: list[Callable[[np.random.Generator, float], Action]] = [_idle, _gait, _keyed, _jump]
    weights = np.array([0.5 - 0.45 * motion, 0.4, 0.2 + 0.6 * motion, 0.2])
    kind = kinds[int(rng.choice(len(kinds), p=weights / weights.sum()))]
    action = kind(rng, motion)
    blinking, talking = rng.uniform(8, 30), rng.random() < 0.5
    speech = rng.uniform(0, _TAU, 3)

    def acted(t: float) -> Pose:
        pose = action(t)
        closing = abs(((t + speech[0] * 5) % blinking) - 2.0)
        eyes = pose.eyes * float(np.clip(closing / 1.5, 0.05, 1.0))
        mouth = pose.mouth
        if talking:
            voice = np.sin(0.9 * t + speech[1]) + np.sin(2.1 * t + speech[2])
            mouth = max(mouth, 0.6 * max(0.0, float(voice)))
        return replace(pose, eyes=eyes, mouth=mouth, sway=0.5 * t + speech[2])

    return acted


def _speed(rng: np.random.Generator, motion: float) -> float:
    """Radians of a cycle per drawing."""
    return float(rng.uniform(0.6, 1.4) * (0.06 + 0.9 * motion**1.5))


def _look(rng: np.random.Generator) -> tuple[float, float]:
    """Body yaw and head yaw of a stance."""
    yaw = float(rng.choice([rng.uniform(-0.5, 0.5), rng.uniform(0.6, 1.3), -rng.uniform(0.6, 1.3)]))
    return yaw, float(rng.uniform(-0.4, 0.4) - 0.45 * yaw)


def _idle(rng: np.random.Generator, motion: float) -> Action:
    yaw, head_yaw = _look(rng)
    speed = _speed(rng, motion)
    stance = random_pose(rng, 0.25 + 0.4 * motion)
    reach = 0.05 + 0.5 * motion

    def pose(t: float) -> Pose:
        s, c = np.sin(speed * t), np.cos(speed * t)
        return replace(
            stance,
            yaw=yaw + 0.3 * reach * s,
            head_yaw=head_yaw + reach * c,
            head_pitch=0.3 * reach * s,
            head_roll=0.3 * reach * c,
            arm_l=stance.arm_l + 0.6 * reach * s,
            arm_r=stance.arm_r - 0.6 * reach * s,
            elbow_l=stance.elbow_l + 0.5 * reach * (1 + c),
            tilt=0.15 * reach * c,
            squash=1.0 + 0.06 * reach * s,
            drift=0.2 * reach * s,
            gaze_x=float(np.sin(0.5 * speed * t)),
        )

    return pose


def _gait(rng: np.random.Generator, motion: float) -> Action:
    """Walk or run."""
    yaw, head_yaw = _look(rng)
    speed = _speed(rng, motion) + 0.1
    run = rng.random() < 0.4 + 0.4 * motion
    stride = rng.uniform(0.5, 0.8) * (0.4 + 0.6 * motion) * (1.5 if run else 1.0)
    start = rng.uniform(0, _TAU)
    bent = rng.uniform(0.9, 1.7) if run else rng.uniform(0.2, 0.6)
    lean = rng.uniform(0.15, 0.45) if run else rng.uniform(-0.1, 0.12)
    side = np.sign(yaw) if yaw else 1.0

    def pose(t: float) -> Pose:
        a = speed * t + start
        s, c = np.sin(a), np.cos(a)
        lift = (1.5 if run else 0.9) * stride
        return Pose(
            yaw=yaw + 0.12 * s,
            lean=lean,
            head_yaw=head_yaw - 0.1 * s,
            head_pitch=0.08 * np.cos(2 * a),
            leg_l=stride * s,
            leg_r=-stride * s,
            knee_l=0.1 + lift * max(0.0, c) + 0.2 * stride,
            knee_r=0.1 + lift * max(0.0, -c) + 0.2 * stride,
            toe_l=-0.3 * s * stride,
            toe_r=0.3 * s * stride,
            arm_l=-stride * 1.1 * s,
            arm_r=stride * 1.1 * s,
            elbow_l=bent - 0.3 * s,
            elbow_r=bent + 0.3 * s,
            spread_l=0.2,
            spread_r=0.2,
            jump=0.07 * max(0.0, np.sin(2 * a)) if run else 0.0,
            squash=1.0 + 0.04 * np.sin(2 * a) * (1.5 if run else 0.5),
            drift=-side * (0.5 if run else 0.15) + 0.08 * s,
            smile=0.4,
            mouth=0.3 if run else 0.0,
            fingers_l=0.1,
            fingers_r=0.1,
        )

    return pose


def _keyed(rng: np.random.Generator, motion: float) -> Action:
    """Random poses, eased from one to the next: attack, dance, tumble."""
    span = max(1.0, 14.0 - 12.0 * motion) * rng.uniform(0.7, 1.3)
    base = random_pose(rng, 0.4)
    wild = 0.25 + 0.75 * motion
    poses = [blend(base, random_pose(rng, 1.0), wild) for _ in range(40)]

    def pose(t: float) -> Pose:
        k, part = divmod(max(t, 0.0) / span, 1.0)
        eased = part * part * (3.0 - 2.0 * part)
        a, b = poses[int(k) % len(poses)], poses[(int(k) + 1) % len(poses)]
        return blend(a, b, eased + 0.1 * np.sin(np.pi * part))

    return pose


def _jump(rng: np.random.Generator, motion: float) -> Action:
    yaw, head_yaw = _look(rng)
    speed = _speed(rng, motion) + 0.08
    low = replace(random_pose(rng, 0.3), yaw=yaw, leg_l=0.7, leg_r=0.7, knee_l=1.3, knee_r=1.3,
                  lean=0.4, squash=0.88, arm_l=-0.7, arm_r=-0.7)  # fmt: skip
    high = replace(random_pose(rng, 0.7), yaw=yaw, jump=rng.uniform(0.15, 0.5), squash=1.08,
                   arm_l=rng.uniform(1, 2.8), arm_r=rng.uniform(1, 2.8), mouth=0.8)  # fmt: skip
    flip = float(rng.random() < 0.3 * motion)

    def pose(t: float) -> Pose:
        a = speed * t
        up = 0.5 - 0.5 * np.cos(a)
        mixed = blend(low, high, up)
        turn = flip * _TAU * float(np.clip((a / _TAU) % 1.0, 0, 1))
        return replace(mixed, head_yaw=head_yaw, spin=turn, drift=0.4 * np.sin(a))

    return pose


def random_pose(rng: np.random.Generator, reach: float) -> Pose:
    """A random stance; `reach` 0 is standing still, 1 is anything a body can do."""
    u = rng.uniform

    def pair(low: float, high: float, rest: float) -> tuple[float, float]:
        return tuple(rest + reach * (u(low, high) - rest) for _ in range(2))  # type: ignore

    arms, spreads, elbows = pair(-1.2, 2.9, 0.1), pair(0.05, 1.5, 0.25), pair(0.0, 2.3, 0.3)
    legs, stances, knees = pair(-0.9, 1.4, 0.0), pair(0.0, 0.6, 0.1), pair(0.0, 1.8, 0.05)
    fists = pair(0.0, 1.0, 0.3)
    return Pose(
        spin=reach * u(-0.4, 0.4) if rng.random() < 0.4 else 0.0,
        squash=1.0 + reach * u(-0.12, 0.12),
        yaw=reach * u(-1.6, 1.6),
        lean=reach * u(-0.3, 0.7),
        tilt=reach * u(-0.35, 0.35),
        head_yaw=reach * u(-0.7, 0.7),
        head_pitch=reach * u(-0.35, 0.45),
        head_roll=reach * u(-0.35, 0.35),
        arm_l=arms[0], arm_r=arms[1], spread_l=spreads[0], spread_r=spreads[1],
        elbow_l=elbows[0], elbow_r=elbows[1],
        wrist_l=reach * u(-0.5, 0.5), wrist_r=reach * u(-0.5, 0.5),
        leg_l=legs[0], leg_r=legs[1], stance_l=stances[0], stance_r=stances[1],
        knee_l=knees[0], knee_r=knees[1],
        jump=reach * max(0.0, u(-0.3, 0.25)),
        gaze_x=u(-1, 1), gaze_y=u(-1, 1),
        mouth=max(0.0, u(-0.6, 1.0)), smile=u(-1, 1), brows=u(-1, 1),
        fingers_l=fists[0], fingers_r=fists[1],
        drift=reach * u(-0.6, 0.6),
    )  # fmt: skip
