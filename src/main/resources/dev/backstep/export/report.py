values = program({ARGUMENTS})
for value in values.values():
    if value.requires_grad:
        value.retain_grad()
if values[output].requires_grad:
    values[output].backward()
report = {"output": output, "values": {}, "gradients": {}}
for name, value in values.items():
    report["values"][name] = plain(value)
    if value.grad is not None:
        report["gradients"][name] = plain(value.grad)
report["gradients"].setdefault(output, 1.0)
print(json.dumps(report))
