#!/usr/bin/env python3
"""Puts the imports of the given Java files in the order that checkstyle demands; the formatter leaves them alone.

Groups: java, javax, all others, org.springframework, static. One blank line between groups.
"""
import re
import sys

IMPORTS = re.compile(r'(?:^import [^\n]+;\n\s*)+', re.M)


def group(line):
    if line.startswith('import static '):
        return 4
    name = line.split()[1]
    return 0 if name.startswith('java.') else 1 if name.startswith('javax.') else 3 if name.startswith('org.springframework.') else 2


def ordered(match):
    lines = sorted({line for line in match[0].splitlines() if line}, key=lambda line: line.rstrip(';'))
    groups = [[line for line in lines if group(line) == number] for number in range(5)]
    end = '' if match.end() == len(match.string) else '\n'
    return '\n'.join('\n'.join(lines) + '\n' for lines in groups if lines) + end


for path in sys.argv[1:]:
    with open(path, encoding='utf-8') as file:
        before = file.read()
    after = IMPORTS.sub(ordered, before, count=1)
    if after != before:
        with open(path, 'w', encoding='utf-8', newline='\n') as file:
            file.write(after)
        print(path)
