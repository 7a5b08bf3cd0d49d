{{- define "aura-auth.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- /* Numbers of a file of values are floating ones, of which those from a million on would come out as 1e+06. */ -}}
{{- define "aura-auth.text" -}}
{{- if not (kindIs "float64" .) }}{{ toString . }}
{{- else if eq . (floor .) }}{{ int64 . }}
{{- else }}{{ toString . }}{{ end }}
{{- end }}

{{- define "aura-auth.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- /* Never the plain word "aura" or "tac": a Service of that name would put AURA_PORT or TAC_PORT into every pod. */ -}}
{{- define "aura-auth.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}{{ end }}
{{- end }}
