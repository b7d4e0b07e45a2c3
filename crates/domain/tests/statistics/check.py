"""The statistics of crates/domain/src/statistics, computed once more by packages that know nothing of it.

Reads the random data of main.rs as JSON from standard input and prints the results as JSON. Wherever a package has a function
for a number, that function is used; what stands here by itself is how the data are cut and when a number is undefined, written
from docs/statistics.md and not from the Rust code.
"""

import json
import sys
import warnings

import numpy as np
import pandas as pd
import pingouin
import scipy.stats

SAME = 1e-9


def number(value):
    """A number as JSON has it; a result that is not finite must not pass as one."""
    value = float(value)
    if not np.isfinite(value):
        raise ValueError(f"not finite: {value}")
    return value


def varies(values):
    return len(values) >= 2 and np.ptp(np.asarray(values, dtype=float)) > SAME


def spread(values):
    if len(values) < 2:
        return None
    return number(values.std(ddof=1)) if varies(values) else 0.0


def frames(attempts):
    """Points and worth, a row an attempt and a column a question; NaN where it was not asked."""
    rows = [{question: response["points"] for question, response in attempt.items()} for attempt in attempts]
    worth = [{question: response["max"] for question, response in attempt.items()} for attempt in attempts]
    return pd.DataFrame(rows, dtype=float), pd.DataFrame(worth, dtype=float)


def reliability(points, worth):
    if len(points) < 2:
        return "TooFewAttempts"
    if points.isna().to_numpy().any() or (worth != worth.iloc[0]).to_numpy().any():
        return "DifferentQuestions"
    if points.shape[1] < 2:
        return "TooFewQuestions"
    if not varies(points.sum(axis=1) / worth.sum(axis=1)):
        return "NoVariance"
    alpha, _ = pingouin.cronbach_alpha(data=points)
    return number(alpha)


def groups(total):
    """The indices of both groups: pandas keeps all that are tied with the last one."""
    size = max(1, (27 * len(total) + 50) // 100)
    rounded = total.round(9)
    upper, lower = rounded.nlargest(size, keep="all"), rounded.nsmallest(size, keep="all")
    return None if upper.index.intersection(lower.index).size else (upper.index, lower.index)


def chosen(responses, parts, chose):
    """How many chose it: of all, and of the upper and the lower group."""
    who = pd.Series({at: chose(response) for at, response in responses.items()}, dtype=bool)
    return {"all": int(who.sum()), "groups": parts and [int(who[part].sum()) for part in parts]}


def item(question, attempts, points, worth, total):
    share = (points[question] / worth[question]).dropna()
    responses = {at: attempts[at][question] for at in share.index}
    parts = groups(total[share.index])
    others = points.columns.drop(question)
    rest = (points[others].sum(axis=1) / worth[others].sum(axis=1))[share.index].dropna()
    keys = sorted({key for response in responses.values() for key in response["chosen"] or []})
    correlated = varies(share[rest.index]) and varies(rest)
    return {
        "asked": len(share),
        "facility": number(share.mean()),
        "discrimination": parts and number(share[parts[0]].mean() - share[parts[1]].mean()),
        "item_rest": number(scipy.stats.pearsonr(share[rest.index], rest).statistic) if correlated else None,
        "groups": parts and [len(part) for part in parts],
        "options": {key: chosen(responses, parts, lambda it: key in (it["chosen"] or [])) for key in keys},
        "unanswered": chosen(responses, parts, lambda it: it["chosen"] is None),
    }


def items(attempts):
    points, worth = frames(attempts)
    total = 100 * points.sum(axis=1) / worth.sum(axis=1)
    alpha = reliability(points, worth)
    sd = spread(total)
    counts, _ = np.histogram(total.round(9), bins=np.arange(0, 101, 10))
    return {
        "n": len(total),
        "mean": number(total.mean()) if len(total) else None,
        "sd": sd,
        "median": number(total.median()) if len(total) else None,
        "histogram": [int(count) for count in counts],
        "alpha": alpha,
        "standard_error": None if isinstance(alpha, str) else number(sd * np.sqrt(1 - alpha)),
        "questions": {question: item(question, attempts, points, worth, total) for question in points.columns},
    }


def gain(pre, post):
    tests = pd.merge(pd.DataFrame(pre, columns=["who", "pre"]), pd.DataFrame(post, columns=["who", "post"]), how="outer")
    pairs = tests.dropna()
    gains = pairs["post"] - pairs["pre"]
    interval = scipy.stats.ttest_rel(pairs["post"], pairs["pre"]).confidence_interval(0.95) if varies(gains) else None
    return {
        "pairs": len(pairs),
        "pre_only": int(tests["post"].isna().sum()),
        "post_only": int(tests["pre"].isna().sum()),
        "pre": number(pairs["pre"].mean()) if len(pairs) else None,
        "post": number(pairs["post"].mean()) if len(pairs) else None,
        "mean": number(gains.mean()) if len(gains) else None,
        "sd": spread(gains),
        "interval": interval and [number(interval.low), number(interval.high)],
        # Against 0, pingouin's d is the mean in standard deviations of the gains themselves.
        "d_z": number(pingouin.compute_effsize(gains, 0, eftype="cohen")) if varies(gains) else None,
    }


def main():
    # What is odd about data this small is asked for: whoever is undefined is told by the result.
    warnings.simplefilter("ignore")
    data = json.load(sys.stdin)
    json.dump(
        {
            "items": [items(attempts) for attempts in data["items"]],
            "gains": [gain(pair["pre"], pair["post"]) for pair in data["gains"]],
        },
        sys.stdout,
        allow_nan=False,
    )


main()
